import type { ReactNode } from 'react'
import {
  useController,
  type Control,
  type FieldPath,
  type FieldPathValue,
  type FieldValues,
} from 'react-hook-form'

/** What a field of `ui/` needs, besides its label, to be part of a form. */
type FieldState<V> = {
  value: V
  onChange: (value: V) => void
  onBlur: () => void
  error: string | undefined
}

type ControlledProps<T extends FieldValues, O, N extends FieldPath<T>> = {
  control: Control<T, unknown, O>
  name: N
  children: (field: FieldState<FieldPathValue<T, N>>) => ReactNode
}

/** One field of a form: `<Controlled control={control} name="title">{(field) => <TextField label="…" {...field} />}`. */
export function Controlled<T extends FieldValues, O, N extends FieldPath<T>>({
  control,
  name,
  children,
}: ControlledProps<T, O, N>) {
  const { field, fieldState } = useController({ control, name })
  const { value, onChange, onBlur } = field
  return children({ value, onChange, onBlur, error: fieldState.error?.message })
}
