import { useState } from 'react'
import type { ImportKind, Mapping } from '#core/import/mapping'
import type { Output } from '#shared/contract'
import type { CommandError } from '../../client.ts'
import { undo } from '../../history.ts'
import { useLongAct } from '../../long-act.ts'
import { useAct } from '../../queries.ts'

export type Preview = Output<'import.preview'>

/** One import from its file to its undoing. The last dry run stays in sight while the next one is made. */
export function useImport(kind: ImportKind) {
  const choose = useAct('import.chooseFile', { quiet: true })
  const preview = useLongAct('import.preview', { quiet: true })
  const apply = useLongAct('import.apply', { quiet: true })
  const [shown, setShown] = useState<Preview | null>(null)

  const check = (mapping?: Mapping) => {
    // a correction makes the dry run under way pointless
    preview.cancel()
    if (mapping) setShown((last) => last && { ...last, mapping })
    preview.mutate(
      { kind, ...(mapping && { mapping }) },
      {
        onSuccess: setShown,
        // its figures would be those of another mapping
        onError: ({ failure }) => failure === 'cancelled' && setShown(null),
      },
    )
  }
  return {
    preview: shown,
    checking: preview,
    applying: apply,
    applied: apply.data,
    failure: unlessCancelled(apply.error ?? preview.error ?? choose.error)?.failure,
    check,
    chooseFile: () =>
      choose.mutate(undefined, {
        onSuccess: () => {
          apply.reset()
          setShown(null)
          check()
        },
      }),
    apply: ({ mapping, fingerprint }: Preview) => apply.mutate({ kind, mapping, fingerprint }),
    takeBack: async () => {
      if (!(await undo())) return
      apply.reset()
      check(shown?.mapping)
    },
  }
}

/** Closing a dialog or giving an act up is no failure. */
const unlessCancelled = (error: CommandError | null) => (error?.failure === 'cancelled' ? null : error)
