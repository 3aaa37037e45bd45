import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactFilter, PersonFilter, SavedFilterFields } from '#core/caseload/filter'
import type { Output } from '#shared/contract'
import { failureOf } from '../../client.ts'
import { useAct, useRead } from '../../queries.ts'
import { Button } from '../../ui/button.tsx'
import { FormDialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { MenuButton } from '../../ui/menu-button.tsx'
import { FailureNotice } from '../../ui/notice.tsx'
import { phrasesOfContacts } from './contact-phrases.ts'
import { phrasesOfPeople } from './people-phrases.ts'

type Kept = Output<'filters.list'>[number]

type KeptFiltersProps = {
  phrases: readonly string[]
  /** The filter in words: the name proposed for it. */
  sentence: string
} & (
  | { list: 'contacts'; filter: ContactFilter; onApply: (filter: ContactFilter) => void }
  | { list: 'people'; filter: PersonFilter; onApply: (filter: PersonFilter) => void }
)

const phrasesOf = (kept: Kept): string[] =>
  kept.list === 'contacts' ? phrasesOfContacts(kept.filter) : phrasesOfPeople(kept.filter)

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((phrase) => other.includes(phrase))

/** Its sentence, which is the name proposed for it, has an alias. */
const namesSomebody = (kept: Pick<KeptFiltersProps, 'list' | 'filter'>) =>
  kept.list === 'contacts' && 'personId' in kept.filter && kept.filter.personId !== undefined

/** Filters kept under a name: to take one, to keep the present one, to keep it no longer. */
export function KeptFilters(props: KeptFiltersProps) {
  const { t } = useTranslation()
  const [isNaming, setNaming] = useState(false)
  const all = useRead('filters.list', undefined).data ?? []
  const remove = useAct('filters.remove', { done: 'filters.removed' })
  const kept = all.filter(({ list }) => list === props.list)
  const present = kept.find((each) => isSame(phrasesOf(each), props.phrases))
  const apply = (filter: Kept) => {
    if (props.list === 'contacts' && filter.list === 'contacts') props.onApply(filter.filter)
    if (props.list === 'people' && filter.list === 'people') props.onApply(filter.filter)
  }
  const isFiltering = props.phrases.length > 0
  return (
    <>
      {kept.length > 0 && (
        <MenuButton
          label={t('filters.kept')}
          sections={() => [
            {
              key: 'apply',
              title: t('filters.apply'),
              actions: kept.map((each) => ({
                key: each.id,
                label: each.name,
                isName: namesSomebody(each),
                onAction: () => apply(each),
              })),
            },
          ]}
        >
          {t('filters.kept')}
        </MenuButton>
      )}
      {isFiltering && present === undefined && (
        <Button command="filters.save" variant="plain" onPress={() => setNaming(true)}>
          {t('filters.keep')}
        </Button>
      )}
      {isFiltering && present !== undefined && (
        <Button command="filters.remove" variant="plain" onPress={() => remove.mutate({ id: present.id })}>
          {t('filters.forget')}
        </Button>
      )}
      {isFiltering && (
        <Button variant="plain" onPress={() => props.onApply({})}>
          {t('filters.clear')}
        </Button>
      )}
      {isNaming && (
        <NameDialog
          name={props.sentence.slice(0, 200)}
          isName={namesSomebody(props)}
          fieldsOf={(name) =>
            props.list === 'contacts'
              ? { list: 'contacts', name, filter: props.filter }
              : { list: 'people', name, filter: props.filter }
          }
          onClose={() => setNaming(false)}
        />
      )}
    </>
  )
}

type NameDialogProps = {
  name: string
  isName: boolean
  fieldsOf: (name: string) => SavedFilterFields
  onClose: () => void
}

function NameDialog({ name: proposed, isName, fieldsOf, onClose }: NameDialogProps) {
  const { t } = useTranslation()
  const [name, setName] = useState(proposed)
  const save = useAct('filters.save', { done: 'filters.saved', quiet: true })
  const isEmpty = name.trim() === ''
  return (
    <FormDialog
      command="filters.save"
      title={t('filters.keepTitle')}
      isOpen
      size="small"
      onClose={onClose}
      isSaving={save.isPending}
      onSubmit={() => {
        if (!isEmpty) save.mutate(fieldsOf(name), { onSuccess: onClose })
      }}
    >
      <TextField
        isName={isName}
        label={t('filters.name')}
        maxLength={200}
        autoFocus
        value={name}
        onChange={setName}
        error={isEmpty ? t('form.required') : undefined}
      />
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
    </FormDialog>
  )
}
