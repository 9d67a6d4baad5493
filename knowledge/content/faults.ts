/** Something wrong in a content file, said for whoever writes articles. `line` is 1-based, 0 when no line can be named. */
export interface ContentFault {
  /** The file, relative to the knowledge folder, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** One line a person can act on: `articles/abc/iban.md:4: ...`. */
export const describeFault = (fault: ContentFault): string =>
  `${fault.file}${fault.line > 0 ? `:${fault.line}` : ''}: ${fault.message}`;
