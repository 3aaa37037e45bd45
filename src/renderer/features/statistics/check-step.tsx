import { ChevronRight, EyeOff, FileOutput, FileText, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { periodName } from '#core/statistics/text/fr/format'
import { methodText } from '#core/statistics/text/fr/method'
import { failureOf } from '../../client.ts'
import { useRead } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNotice, Notice } from '../../ui/notice.tsx'
import { Columns, Facts } from '../../ui/page.tsx'
import { PaperDialog } from '../print/paper-preview.tsx'
import { StepHead } from './publish.tsx'
import { ReleaseTables, type Preview } from './release-tables.tsx'

type CheckStepProps = { period: string; onBack: () => void; onContinue: () => void }

/** Exactly what will leave, beside what it guarantees and how to read it. */
export function CheckStep({ period, onBack, onContinue }: CheckStepProps) {
  const { t } = useTranslation()
  const { data, error } = useRead('releases.preview', { period })
  const [isReading, setReading] = useState(false)
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
                <div>
                  <Button icon={<FileText size={17} aria-hidden />} onPress={() => setReading(true)}>
                    {t('statistics.readReport')}
                  </Button>
                </div>
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
            <>
              <p className="small muted why-title">
                <EyeOff size={15} aria-hidden /> {t('statistics.whyTitle')}
              </p>
              <ReleaseTables release={data} />
            </>
          )}
        </Columns>
      )}
      {isReading && (
        <PaperDialog
          order={{ paper: 'report', period }}
          title={t('statistics.report', { period: periodName(period) })}
          onClose={() => setReading(false)}
        />
      )}
    </div>
  )
}

/** What the self-check went through, in the words of the report. How many worlds stays here: it tells of what is hidden. */
function Guarantee({ release: { k, base, selfCheck } }: { release: Preview }) {
  const { t } = useTranslation()
  const { lines, merged, replayedWorlds } = selfCheck
  return (
    <section className="card stack">
      <h3 className="card-title guaranteed">
        <ShieldCheck size={17} aria-hidden /> {t('statistics.guarantee')}
      </h3>
      <p className="small">{methodText.promise(k)}</p>
      <Facts
        facts={[
          {
            label: t('statistics.lines'),
            value:
              merged === 0
                ? t('statistics.linesNone', { lines })
                : t('statistics.linesMerged', { lines, count: merged }),
          },
          { label: t('statistics.worlds'), value: t('statistics.worldsOf', { count: replayedWorlds }) },
          { label: t('statistics.rule'), value: t('statistics.ruleOf', { k, base }) },
        ]}
      />
      <details className="told">
        <summary>
          <ChevronRight size={16} aria-hidden />
          {t('statistics.reading')}
        </summary>
        <p>{t('statistics.readMerged', { k })}</p>
        <p>{t('statistics.readWithheld', { k })}</p>
        <p>{t('statistics.readRounded', { base })}</p>
      </details>
      <details className="told">
        <summary>
          <ChevronRight size={16} aria-hidden />
          {t('statistics.word')}
        </summary>
        {methodText.guarantee(k).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </details>
    </section>
  )
}
