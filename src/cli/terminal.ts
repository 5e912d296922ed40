/** Writes to a stream that may be closed at any time by whoever reads it. */
export function write(stream: NodeJS.WriteStream, content: string | Uint8Array): void {
  if (stream.writable) stream.write(content);
}

/** A reader that has gone (`… | head`) is no error; the run goes on and its files are written. */
export function tolerateClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
    });
  }
}

/** Whether lines may be drawn over: a real terminal, and nobody who keeps a log. */
export function canRedraw(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): boolean {
  return stream.isTTY === true && env.TERM !== 'dumb' && !isCi(env.CI);
}

/** https://no-color.org */
export function canColour(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): boolean {
  return canRedraw(stream, env) && !env.NO_COLOR;
}

function isCi(value = ''): boolean {
  return value !== '' && value !== 'false' && value !== '0';
}
