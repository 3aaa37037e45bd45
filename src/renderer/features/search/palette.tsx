export function Palette(_: { isOpen: boolean; onClose: () => void }) {
  return null
}
