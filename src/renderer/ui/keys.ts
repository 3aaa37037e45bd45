/** Whether the element takes letters: its own keys are not to be taken from it. */
export const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, input:not([type=checkbox], [type=radio])'))

/** Whether the arrows do something in the element already: a text, a part of a date, a list, a group of choices. */
export const keepsArrows = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (isTextField(target) ||
    target.closest(
      'input, select, [role=spinbutton], [role=listbox], [role=menu], [role=tablist], [aria-haspopup=listbox], [aria-haspopup=menu]',
    ) !== null)
