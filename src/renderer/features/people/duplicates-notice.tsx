import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLongList } from '../../long-lists.ts'
import { Button } from '../../ui/button.tsx'
import { DuplicatesDialog } from './duplicates-dialog.tsx'

/** One quiet line above the list when two files may be one person. */
export function DuplicatesNotice() {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const pairs = useLongList('people.duplicates', {})
  const { total = 0 } = pairs
  // the last answer takes the dialog away before it could close itself: a pair come back by an undo must not reopen it
  if (isOpen && total === 0) setOpen(false)
  return (
    <>
      {total > 0 && (
        <p className="duplicates-notice">
          {t('duplicates.notice', { count: total })}{' '}
          <Button variant="plain" onPress={() => setOpen(true)}>
            {t('duplicates.compare')}
          </Button>
        </p>
      )}
      {isOpen && <DuplicatesDialog pairs={pairs} onClose={() => setOpen(false)} />}
    </>
  )
}
