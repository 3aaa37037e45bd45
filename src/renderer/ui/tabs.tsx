import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import './page.css'

type TabItem = { key: string; label: string; count?: number; content: ReactNode }

type TabsProps = {
  label: string
  items: readonly TabItem[]
  selected?: string
  onSelect?: (key: string) => void
}

export function Tabs({ label, items, selected, onSelect }: TabsProps) {
  return (
    <AriaTabs
      className="tabs"
      {...(selected !== undefined && { selectedKey: selected })}
      onSelectionChange={(key) => onSelect?.(String(key))}
    >
      <TabList aria-label={label} className="tab-list">
        {items.map(({ key, label, count }) => (
          <Tab key={key} id={key} className="tab">
            {label}
            {count !== undefined && <span className="count">{count}</span>}
          </Tab>
        ))}
      </TabList>
      {items.map(({ key, content }) => (
        <TabPanel key={key} id={key} className="tab-panel">
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  )
}
