const LINES = 22

/** The lines of a watermark (« filigrane »), seen against the light: decoration behind the lock screen. */
export function Watermark() {
  return (
    <svg className="watermark" viewBox="0 0 1200 400" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      {Array.from({ length: LINES }, (_, line) => (
        // oxlint-disable-next-line react/no-array-index-key
        <path key={line} d={wave(line)} />
      ))}
    </svg>
  )
}

/** One wave: each line a little later and a little flatter than the one above. */
function wave(line: number): string {
  const points: string[] = []
  for (let x = -20; x <= 1220; x += 20) {
    const swell = Math.sin(x / 190 + line * 0.22) * (64 - line * 1.6) + Math.sin(x / 67 - line * 0.31) * 9
    points.push(`${x} ${(150 + line * 11 + swell).toFixed(1)}`)
  }
  return `M${points.join('L')}`
}
