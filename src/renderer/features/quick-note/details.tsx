import { ChevronRight } from 'lucide-react'
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { CodeTags, CodeSelect, OptionalCodeSelect, useLists } from '../../lists.tsx'
import { dayOf } from '../../ui/dates.ts'
import { NumberField } from '../../ui/number-field.tsx'
import type { Note } from './note.ts'

type DetailsProps = {
  note: Note
  onChange: (changes: Partial<Note>) => void
  /** The axis did not exist on the day of the note. */
  isAxisRefused: boolean
}

/** What a note seldom needs: the axis of the mandate, who began it, a crisis, goods handed out. Open when one of them is there. */
export function Details({ note, onChange, isAxisRefused }: DetailsProps) {
  const { t } = useTranslation()
  const lists = useLists()
  const { aidGiven } = note
  const chooseAid = (items: readonly string[]) =>
    onChange({
      aidGiven: items.map((item) => aidGiven.find((given) => given.item === item) ?? { item, quantity: 1 }),
    })
  return (
    <Disclosure
      className="details"
      // a refusal opens it: what must be corrected is in sight
      key={String(isAxisRefused)}
      defaultExpanded={
        isAxisRefused || note.initiative !== null || note.crisis !== null || aidGiven.length > 0
      }
    >
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
              on={dayOf(note.at)}
              error={isAxisRefused ? t('failures.axis-not-valid.what') : undefined}
              value={note.mandateAxis}
              onChange={(mandateAxis) => onChange({ mandateAxis })}
            />
            <OptionalCodeSelect
              list="initiative"
              label={t('contacts.initiative')}
              noneLabel={t('contacts.noInitiative')}
              value={note.initiative}
              onChange={(initiative) => onChange({ initiative })}
            />
            <OptionalCodeSelect
              list="crisis"
              label={t('contacts.crisis')}
              noneLabel={t('contacts.noCrisis')}
              value={note.crisis}
              onChange={(crisis) => onChange({ crisis })}
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
