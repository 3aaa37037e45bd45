/** The ways to look at follow-ups, in the order of the tabs; an address may ask for one. */
export const followUpViews = ['toDo', 'day', 'week', 'notSeen', 'done'] as const
export type FollowUpView = (typeof followUpViews)[number]
