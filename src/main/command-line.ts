import type { CommandLine } from 'electron'

/** Each would let another program of this computer read the window, by a port or a pipe. Node's own (`--inspect`) are off by a fuse. */
const DOORS = ['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-socket-name']

/** A package opens none of Chromium's doors for developers, whatever it was started with. Before the app is ready, when Chromium looks for them. */
export function closeDoors(commandLine: Pick<CommandLine, 'removeSwitch'>, isPackaged: boolean): void {
  // the project's own tests come in by them
  if (isPackaged) for (const name of DOORS) commandLine.removeSwitch(name)
}
