import { ChevronRight } from 'lucide-react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { CodeSelect, CodeTags, useLists } from '../../lists.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Select } from '../../ui/select.tsx'
import type { Note } from './note.ts'

const NONE = 'none'

/** What a note seldom needs: the axis of the mandate, a crisis, goods handed out. Open when one of them is there. */
export function Details({ note, onChange }: { note: Note; onChange: (changes: Partial<Note>) => void }) {
  const { t } = useTranslation()
  const lists = useLists()
  const { aidGiven } = note
  const chooseAid = (items: readonly string[]) =>
    onChange({
      aidGiven: items.map((item) => aidGiven.find((given) => given.item === item) ?? { item, quantity: 1 }),
    })
  return (
    <Disclosure className="details" defaultExpanded={note.crisis !== null || aidGiven.length > 0}>
      <Heading level={3}>
        <Button slot="trigger" className="details-trigger">
          <ChevronRight size={15} aria-hidden />
          {t('contacts.details')}
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className="stack details-body">
          <div className="columns-2">
            <CodeSelect
              list="mandateAxis"
              label={t('contacts.axis')}
              value={note.mandateAxis}
              onChange={(mandateAxis) => onChange({ mandateAxis })}
            />
            <Select
              label={t('contacts.crisis')}
              value={note.crisis ?? NONE}
              onChange={(crisis) => onChange({ crisis: crisis === NONE ? null : crisis })}
              options={[
                { key: NONE, label: t('contacts.noCrisis') },
                ...lists.options('crisis', note.crisis === null ? [] : [note.crisis]),
              ]}
            />
          </div>
          <CodeTags
            list="aidItem"
            label={t('contacts.aid')}
            placeholder={t('contacts.aidHint')}
            value={aidGiven.map(({ item }) => item)}
            onChange={chooseAid}
          />
          {aidGiven.length > 0 && (
            <div className="columns-2">
              {aidGiven.map(({ item, quantity }) => (
                <NumberField
                  key={item}
                  label={t('contacts.quantity', { label: lists.label('aidItem', item) })}
                  min={1}
                  max={999}
                  value={quantity}
                  onChange={(next) =>
                    onChange({
                      aidGiven: aidGiven.map((given) =>
                        given.item === item ? { item, quantity: next } : given,
                      ),
                    })
                  }
                />
              ))}
            </div>
          )}
        </div>
      </DisclosurePanel>
    </Disclosure>
  )
}
