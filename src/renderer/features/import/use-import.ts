import { useState } from 'react'
import type { ImportKind, Mapping } from '#core/import/mapping'
import type { AnyFailure, Output } from '#shared/contract'
import { undo } from '../../history.ts'
import { useAct } from '../../queries.ts'

export type Preview = Output<'import.preview'>

/** One import from its file to its undoing. The last dry run stays in sight while the next one is made. */
export function useImport(kind: ImportKind) {
  const choose = useAct('import.chooseFile', { quiet: true })
  const preview = useAct('import.preview', { quiet: true })
  const apply = useAct('import.apply', { quiet: true })
  const [shown, setShown] = useState<Preview | null>(null)

  const check = (mapping?: Mapping) => {
    if (mapping) setShown((last) => last && { ...last, mapping })
    preview.mutate({ kind, ...(mapping && { mapping }) }, { onSuccess: setShown })
  }
  return {
    preview: shown,
    isChecking: preview.isPending,
    isApplying: apply.isPending,
    applied: apply.data,
    failure: apply.error?.failure ?? preview.error?.failure ?? failureOfChoice(choose.error?.failure),
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
      await undo()
      apply.reset()
      check(shown?.mapping)
    },
  }
}

/** Closing the dialog is no failure. */
const failureOfChoice = (failure: AnyFailure | undefined) => (failure === 'cancelled' ? undefined : failure)
