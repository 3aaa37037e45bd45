import { createMemoryHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import * as z from 'zod'
import { contactFilter, personFilter } from '#core/caseload/filter'
import { ActivitiesScreen } from './features/activities/activities-screen.tsx'
import { ContactsScreen } from './features/contacts/contacts-screen.tsx'
import { DutiesScreen } from './features/duties/duties-screen.tsx'
import { dutyTabs } from './features/duties/tabs.ts'
import { FollowUpsScreen } from './features/followups/follow-ups-screen.tsx'
import { followUpViews } from './features/followups/views.ts'
import { ImportScreen } from './features/import/import-screen.tsx'
import { IncidentsScreen } from './features/incidents/incidents-screen.tsx'
import { MeetingScreen } from './features/meeting/meeting-screen.tsx'
import { PeopleScreen } from './features/people/people-screen.tsx'
import { PersonScreen } from './features/people/person-screen.tsx'
import { ReferralsScreen } from './features/referrals/referrals-screen.tsx'
import { ResourcesScreen } from './features/resources/resources-screen.tsx'
import { ScreenFault } from './features/shell/screen-fault.tsx'
import { SettingsScreen } from './features/settings/settings-screen.tsx'
import { Shell } from './features/shell/shell.tsx'
import { StatisticsScreen } from './features/statistics/statistics-screen.tsx'
import { TodayScreen } from './features/today/today-screen.tsx'

const root = createRootRoute({ component: Shell, errorComponent: ScreenFault })
const screen = <P extends string>(path: P, component: () => ReactNode) =>
  createRoute({ getParentRoute: () => root, path, component, errorComponent: ScreenFault })

const personRoute = createRoute({
  getParentRoute: () => root,
  path: '/people/$personId',
  component: function PersonRoute() {
    const { personId } = personRoute.useParams()
    // another person is another screen: nothing half typed passes from one file to the next
    return <PersonScreen key={personId} personId={personId} />
  },
  errorComponent: ScreenFault,
})

/** What the list shows is part of its address: going back to it finds it as it was. */
const contactsRoute = createRoute({
  getParentRoute: () => root,
  path: '/contacts',
  validateSearch: contactFilter.catch({}),
  component: function ContactsRoute() {
    return <ContactsScreen filter={contactsRoute.useSearch()} />
  },
  errorComponent: ScreenFault,
})
const peopleRoute = createRoute({
  getParentRoute: () => root,
  path: '/people',
  validateSearch: personFilter.catch({}),
  component: function PeopleRoute() {
    return <PeopleScreen filter={peopleRoute.useSearch()} />
  },
  errorComponent: ScreenFault,
})

const followUpsRoute = createRoute({
  getParentRoute: () => root,
  path: '/follow-ups',
  validateSearch: z.object({ view: z.enum(followUpViews).optional() }),
  component: function FollowUpsRoute() {
    const { view = 'toDo' } = followUpsRoute.useSearch()
    const navigate = followUpsRoute.useNavigate()
    return (
      <FollowUpsScreen view={view} onView={(view) => void navigate({ search: { view }, replace: true })} />
    )
  },
  errorComponent: ScreenFault,
})

const dutiesRoute = createRoute({
  getParentRoute: () => root,
  path: '/duties',
  validateSearch: z.object({ tab: z.enum(dutyTabs).optional() }),
  component: function DutiesRoute() {
    const { tab = 'consents' } = dutiesRoute.useSearch()
    const navigate = dutiesRoute.useNavigate()
    return <DutiesScreen tab={tab} onTab={(tab) => void navigate({ search: { tab }, replace: true })} />
  },
  errorComponent: ScreenFault,
})

const routeTree = root.addChildren([
  screen('/', TodayScreen),
  peopleRoute,
  personRoute,
  contactsRoute,
  followUpsRoute,
  screen('/referrals', ReferralsScreen),
  screen('/resources', ResourcesScreen),
  screen('/incidents', IncidentsScreen),
  screen('/activities', ActivitiesScreen),
  screen('/meeting', MeetingScreen),
  screen('/import/contacts', () => <ImportScreen kind="contacts" />),
  screen('/import/resources', () => <ImportScreen kind="resources" />),
  screen('/statistics', StatisticsScreen),
  dutiesRoute,
  screen('/settings', SettingsScreen),
])

/** Addresses live in memory only: nothing about a person reaches the window's title or its history on disk. */
export const makeRouter = () =>
  createRouter({
    routeTree,
    history: createMemoryHistory({ initialEntries: ['/'] }),
    scrollRestoration: false,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
