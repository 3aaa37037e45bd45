import type { Output } from '#shared/contract'

type Piece = Output<'copies.preview'>['texts'][number]['pieces'][number]

/** A text with what is struck out, and what is in doubt. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, mark }, at) =>
    mark === 'plain' ? (
      text
    ) : (
      // oxlint-disable-next-line no-array-index-key -- pieces have no other name than their place
      <mark key={at} data-mark={mark}>
        {text}
      </mark>
    ),
  )
}
