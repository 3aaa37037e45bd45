export function QuickNoteDialog(_: { isOpen: boolean; onClose: () => void }) {
  return null
}
