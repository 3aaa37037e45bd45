export const time = {
  today: 'aujourd’hui',
  yesterday: 'hier',
  tomorrow: 'demain',
  lateDays: 'en retard {{days}} j',
  minutes: '{{minutes}} min',
  hours: '{{hours}} h',
  hoursMinutes: '{{hours}} h {{minutes}}',
  clock: '{{hours}} h {{minutes}}',
  moment: '{{day}}, {{clock}}',
  nearDay: '{{near}}, {{day}}',
} as const
