export function PersonScreen({ personId }: { personId: string }) {
  return personId
}
