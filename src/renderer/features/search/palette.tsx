import { useNavigate } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useEffect, useEffectEvent, useState, type KeyboardEvent, type ReactNode } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Output } from '#shared/contract'
import { fold } from '#core/caseload/folding'
import { useRead } from '../../queries.ts'
import { matching } from '../../ui/matching.ts'
import { useCommands, type PaletteCommand } from './commands.tsx'
import { Hit } from './hit.tsx'
import './palette.css'

type SearchHit = Output<'search.run'>[number]
type Item = { key: string; text: string; content: ReactNode; run: () => void }
type Group = { key: string; title: string; items: Item[] }

/** Fewer letters would match everything. */
const ENOUGH = 2

/** Commands, persons and every kind of record in one list (Ctrl+K). */
export function Palette({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <ModalOverlay className="scrim" isDismissable isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal palette">
        <Dialog className="dialog" aria-label={t('search.title')}>
          <PaletteList onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function PaletteList({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const { groups, isSettled } = useGroups(text)
  const items = groups.flatMap((group) => group.items)
  /** Enter was pressed before the answer to this text came: the first hit opens when it does. */
  const [awaited, setAwaited] = useState<string | null>(null)
  /** An arrow key chose a hit since the text was typed: in discreet mode its name is then shown. */
  const [isBrowsing, setBrowsing] = useState(false)
  const run = (key: string) => {
    const item = items.find((item) => item.key === key)
    onClose()
    item?.run()
  }
  const openFirst = useEffectEvent(() => {
    setAwaited(null)
    if (awaited === text && items[0]) run(items[0].key)
  })
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- the answer that Enter waited for has come
    if (awaited !== null && isSettled) openFirst()
  }, [awaited, isSettled])
  /** What is marked while an answer is on its way belongs to another text: Enter must not open that. */
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') setBrowsing(true)
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.target instanceof Element)) return
    if (isSettled && event.target.hasAttribute('aria-activedescendant')) return
    event.preventDefault()
    event.stopPropagation()
    setAwaited(text)
  }
  return (
    <Autocomplete
      inputValue={text}
      onInputChange={(typed) => {
        setText(typed)
        setBrowsing(false)
      }}
    >
      <div role="presentation" onKeyDownCapture={onKey}>
        <SearchField
          aria-label={t('search.title')}
          className="palette-field"
          data-is-name
          autoFocus
          onKeyDown={(event) => {
            // elsewhere Escape empties a search field first; here it closes, as everywhere over a page
            if (event.key === 'Escape') onClose()
          }}
        >
          <Search size={19} aria-hidden />
          <Input className="palette-input" placeholder={t('search.placeholder')} />
        </SearchField>
      </div>
      <ListBox
        aria-label={t('search.results')}
        className="palette-list"
        data-browsing={isBrowsing || undefined}
        items={groups.map((group) => ({ id: group.key, ...group }))}
        onAction={(key) => run(String(key))}
        renderEmptyState={() => <p className="option-empty">{t('search.nothing')}</p>}
      >
        {(group) => (
          <ListBoxSection id={group.id} className="palette-group">
            <Header className="palette-title">{group.title}</Header>
            {group.items.map((item) => (
              <ListBoxItem
                key={item.key}
                id={item.key}
                textValue={item.text}
                className="option palette-option"
              >
                {item.content}
              </ListBoxItem>
            ))}
          </ListBoxSection>
        )}
      </ListBox>
    </Autocomplete>
  )
}

/** `isSettled`: they are the answer to this very text. */
function useGroups(text: string): { groups: Group[]; isSettled: boolean } {
  const { t } = useTranslation()
  const wanted = text.trim()
  const isEnough = wanted.length >= ENOUGH
  const open = useOpenHit()
  const commands = matching(useCommands(), wanted)
  const found = useRead('search.run', { text: wanted, limit: 40 }, { enabled: isEnough })
  // an older answer may show while the next one comes, never for an emptied field
  const hits = isEnough ? (found.data ?? []) : []
  const of = (...types: SearchHit['type'][]): Item[] =>
    hits
      .filter((hit) => types.includes(hit.type))
      .map((hit) => ({
        key: `${hit.type}-${hit.id}`,
        text: hit.title,
        content: <Hit hit={hit} />,
        run: () => open(hit),
      }))
  const command = ({ key, label, icon: Icon, run }: PaletteCommand): Item => ({
    key,
    text: label,
    content: (
      <>
        <Icon size={16} aria-hidden />
        {label}
      </>
    ),
    run,
  })
  const groups = [
    { key: 'people', title: t('search.people'), items: of('person') },
    { key: 'followUps', title: t('search.followUps'), items: of('followUp') },
    { key: 'resources', title: t('search.resources'), items: of('resource') },
    { key: 'referrals', title: t('search.referrals'), items: of('referral') },
    { key: 'contacts', title: t('search.contacts'), items: of('contact') },
    { key: 'incidents', title: t('search.incidents'), items: of('incident') },
    { key: 'activities', title: t('search.activities'), items: of('groupActivity', 'staffSupport') },
    { key: 'commands', title: t('search.commands'), items: commands.map(command) },
  ].filter(({ items }) => items.length > 0)
  // who types the whole name of a command or a screen wants it, whatever else holds these words
  const isNamed = (group: Group) =>
    group.key === 'commands' && commands.some(({ label, screen = label }) => fold(screen) === fold(wanted))
  groups.sort((a, b) => Number(isNamed(b)) - Number(isNamed(a)))
  return { groups, isSettled: !isEnough || !(found.isPending || found.isPlaceholderData) }
}

const screenOf = {
  person: '/people',
  contact: '/contacts',
  resource: '/resources',
  referral: '/referrals',
  followUp: '/follow-ups',
  incident: '/incidents',
  groupActivity: '/activities',
  staffSupport: '/activities',
} as const satisfies Record<SearchHit['type'], string>

/** The file of the person it is about; without one, the screen of its kind. */
function useOpenHit(): (hit: SearchHit) => void {
  const navigate = useNavigate()
  return ({ type, personId }) => {
    if (personId !== null) void navigate({ to: '/people/$personId', params: { personId } })
    else void navigate({ to: screenOf[type] })
  }
}
