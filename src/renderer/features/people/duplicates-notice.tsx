import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRead } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { DuplicatesDialog } from './duplicates-dialog.tsx'

/** One quiet line above the list when two files may be one person. */
export function DuplicatesNotice() {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const pairs = useRead('people.duplicates', undefined).data ?? []
  return (
    <>
      {pairs.length > 0 && (
        <p className="duplicates-notice">
          {t('duplicates.notice', { count: pairs.length })}{' '}
          <Button variant="plain" onPress={() => setOpen(true)}>
            {t('duplicates.compare')}
          </Button>
        </p>
      )}
      {isOpen && pairs.length > 0 && <DuplicatesDialog pairs={pairs} onClose={() => setOpen(false)} />}
    </>
  )
}
