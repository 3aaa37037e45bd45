export const time = {
  today: 'today',
  yesterday: 'yesterday',
  tomorrow: 'tomorrow',
  lateDays: '{{days}} d overdue',
  minutes: '{{minutes}} min',
  hours: '{{hours}} h',
  hoursMinutes: '{{hours}} h {{minutes}}',
  clock: '{{hours}}:{{minutes}}',
  moment: '{{day}}, {{clock}}',
  nearDay: '{{near}}, {{day}}',
} as const
