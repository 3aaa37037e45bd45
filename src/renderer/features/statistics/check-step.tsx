import { FileOutput, ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { periodName } from '#core/statistics/text/fr/format'
import { methodText } from '#core/statistics/text/fr/method'
import type { ReleasePreview } from '#shared/contract/statistics'
import { failureOf } from '../../client.ts'
import { useRead } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { Columns, Facts } from '../../ui/page.tsx'
import { StepHead } from './publish.tsx'
import { ReleaseTables } from './release-tables.tsx'

type CheckStepProps = { period: string; onBack: () => void; onContinue: () => void }

/** Exactly what will leave, beside what it guarantees and how to read it. */
export function CheckStep({ period, onBack, onContinue }: CheckStepProps) {
  const { t } = useTranslation()
  const { data, error } = useRead('releases.preview', { period })
  const back = <Button onPress={onBack}>{t('statistics.back')}</Button>
  return (
    <div className="publish-check">
      <StepHead title={t('statistics.checkTitle', { period: periodName(period) })} step={2} />
      {error && <FailureNotice failure={failureOf(error)} actions={back} />}
      {!error && data && (
        <Columns
          side={
            <>
              <Guarantee release={data} />
              <section className="card stack">
                <h3 className="card-title">
                  <FileOutput size={17} aria-hidden /> {t('statistics.leaves')}
                </h3>
                <p className="small">{t('statistics.leavesText')}</p>
                <p className="small quiet">{t('statistics.leavesNothing')}</p>
              </section>
              <div className="row">
                {back}
                <Button variant="primary" onPress={onContinue}>
                  {t('statistics.continue')}
                </Button>
              </div>
            </>
          }
        >
          {data.total === null ? (
            <Notice title={t('statistics.withheldTitle')}>
              {t('statistics.withheldText', { k: data.k })}
            </Notice>
          ) : (
            <ReleaseTables release={data} />
          )}
        </Columns>
      )}
    </div>
  )
}

function Guarantee({ release: { k, base, tables } }: { release: ReleasePreview }) {
  const { t } = useTranslation()
  const rows = tables.flatMap((table) => table.rows)
  const merged = rows.filter(({ codes }) => codes.length > 1).length
  const lines =
    merged === 0
      ? t('statistics.linesNone', { lines: rows.length })
      : t('statistics.linesMerged', { lines: rows.length, count: merged })
  return (
    <section className="card stack">
      <h3 className="card-title guaranteed">
        <ShieldCheck size={17} aria-hidden /> {t('statistics.guarantee')}
      </h3>
      <p className="small">{methodText.promise(k)}</p>
      <Facts
        facts={[
          ...(rows.length === 0 ? [] : [{ label: t('statistics.lines'), value: lines }]),
          { label: t('statistics.rule'), value: t('statistics.ruleOf', { k, base }) },
        ]}
      />
      <details className="told">
        <summary>{t('statistics.reading')}</summary>
        <p>{t('statistics.readMerged', { k })}</p>
        <p>{t('statistics.readWithheld', { k })}</p>
        <p>{t('statistics.readRounded', { base })}</p>
      </details>
      <details className="told">
        <summary>{t('statistics.word')}</summary>
        {methodText.guarantee(k).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </details>
    </section>
  )
}
