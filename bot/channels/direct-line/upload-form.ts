import busboy from 'busboy';
import type { Request } from 'restify';
import { refusal } from '../../errors';
import { MAX_FILE, safeName } from './file-check';

const MAX_FILES = 10;
const MAX_ACTIVITY = 256 * 1024;
/** Everything in one upload; a longer one is not read to its end. */
const MAX_UPLOAD = 50 * 1024 * 1024;
const ACTIVITY_TYPE = 'application/vnd.microsoft.activity';

export interface UploadedFile {
  readonly name: string;
  /** null: the file is larger than MAX_FILE, and was not kept. */
  readonly content: Buffer | null;
}

export interface UploadForm {
  /** The activity's JSON text; null when the upload has only files. */
  readonly activity: string | null;
  readonly files: readonly UploadedFile[];
}

/**
 * Reads an upload: one part that is the activity, and the files. A file that is too large is noticed and let go at once.
 *
 * @throws refusal BadArgument (no form, a broken one, too many files) or body-too-large.
 */
export function readUploadForm(req: Request): Promise<UploadForm> {
  return new Promise((resolve, reject) => {
    let form: busboy.Busboy;
    try {
      form = busboy({
        headers: req.headers,
        defParamCharset: 'utf8',
        limits: { files: MAX_FILES + 1, fileSize: MAX_FILE, fieldSize: MAX_ACTIVITY, fields: 5, parts: 20 },
      });
    } catch {
      reject(refusal('BadArgument', 'An upload is a multipart/form-data body.'));
      return;
    }
    let activity: string | null = null;
    let received = 0;
    const files: UploadedFile[] = [];
    const fail = (error: Error): void => {
      req.unpipe(form);
      reject(error);
    };
    form.on('field', (_name, value, info) => {
      if (info.mimeType === ACTIVITY_TYPE || activity === null) activity = value;
    });
    form.on('file', (_name, stream, info) => {
      let chunks: Buffer[] | null = [];
      stream.on('data', (chunk: Buffer) => chunks?.push(chunk));
      stream.on('limit', () => {
        chunks = null;
      });
      // A file that breaks off fails the form, below. Heard by nobody, it would end the process.
      stream.on('error', () => undefined);
      stream.on('close', () => {
        const content = chunks === null ? null : Buffer.concat(chunks);
        if (info.mimeType === ACTIVITY_TYPE) activity = content?.toString('utf8') ?? '';
        else files.push({ name: safeName(info.filename), content });
      });
    });
    form.on('filesLimit', () => fail(refusal('BadArgument', `At most ${MAX_FILES} files at once.`)));
    form.on('error', () => fail(refusal('BadArgument', 'The upload is not a well-formed form.')));
    form.on('close', () => resolve({ activity, files }));
    req.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (received > MAX_UPLOAD) fail(refusal('body-too-large'));
    });
    req.on('aborted', () => fail(refusal('BadArgument', 'The upload was cut.')));
    req.pipe(form);
  });
}
