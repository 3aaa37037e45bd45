const symbols: Record<string, string> = { Enter: '↵', Shift: 'Maj' }

/** A shortcut as it is written on the keyboard: `Ctrl+Enter` reads « Ctrl ↵ ». */
export function Kbd({ keys }: { keys: string }) {
  return (
    <kbd className="kbd">
      {keys
        .split('+')
        .map((key) => symbols[key] ?? key)
        .join(' ')}
    </kbd>
  )
}
