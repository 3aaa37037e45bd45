import type { Output } from '#shared/contract'
import { Name } from '../../ui/name.tsx'

type Piece = Output<'copies.preview'>['texts'][number]['pieces'][number]

/** A text with what is struck out, and what is in doubt: these are names, or may be. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, mark }, at) =>
    mark === 'plain' ? (
      text
    ) : (
      // oxlint-disable-next-line no-array-index-key -- pieces have no other name than their place
      <mark key={at} data-mark={mark}>
        <Name>{text}</Name>
      </mark>
    ),
  )
}
