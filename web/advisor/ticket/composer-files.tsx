import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import type { FileView } from '../../../bot/advisor-api/contract-tickets';
import { useSession } from '../context';
import { ApiFailure, upload } from '../lib/api';
import { paths } from '../lib/paths';
import { failureText } from '../parts/states';
import css from './composer-files.module.css';

interface Uploading {
  readonly key: number;
  readonly name: string;
}

/** Files on their way into a reply. */
export interface ReplyFiles {
  readonly ready: readonly FileView[];
  readonly uploading: readonly Uploading[];
  add(files: FileList): void;
  remove(id: string): void;
  /** They have left with the reply. */
  clear(): void;
}

/** Uploads files as they are chosen; one that is refused is said to be, and the rest stay. */
export function useReplyFiles(ticketId: string): ReplyFiles {
  const { strings, notify } = useSession();
  const [ready, setReady] = useState<readonly FileView[]>([]);
  const [uploading, setUploading] = useState<readonly Uploading[]>([]);
  const send = async (file: File, key: number): Promise<void> => {
    setUploading((known) => [...known, { key, name: file.name }]);
    try {
      const query = new URLSearchParams({ name: file.name });
      const stored = await upload<FileView>(`${paths.ticket(ticketId)}/files?${query}`, file);
      setReady((known) => [...known, stored]);
    } catch (error) {
      const failure = error instanceof ApiFailure ? error : new ApiFailure(0, 'offline', '');
      notify({ text: `${file.name}. ${failureText(strings, failure)}`, tone: 'failure' });
    } finally {
      setUploading((known) => known.filter((one) => one.key !== key));
    }
  };
  return {
    ready,
    uploading,
    add: (files) => [...files].forEach((file, index) => void send(file, Date.now() + index)),
    remove: (id) => setReady((known) => known.filter((file) => file.id !== id)),
    clear: () => setReady([]),
  };
}

/** What will leave with the reply. */
export function ReplyFileList({ files }: { readonly files: ReplyFiles }) {
  const { strings } = useSession();
  const { composer } = strings.casework;
  if (files.ready.length === 0 && files.uploading.length === 0) return null;
  return (
    <ul className={css.files} aria-label={composer.files}>
      {files.ready.map(({ id, name, size }) => (
        <li key={id} className={css.file}>
          <span className={css.name}>{name}</span>
          <span className={css.size}>{strings.facts.bytes(size)}</span>
          <button
            type="button"
            className={css.remove}
            aria-label={composer.removeFile(name)}
            title={composer.removeFile(name)}
            onClick={() => files.remove(id)}
          >
            <DismissRegular aria-hidden />
          </button>
        </li>
      ))}
      {files.uploading.map(({ key, name }) => (
        <li key={key} className={css.file} role="status">
          {composer.uploading(name)}
        </li>
      ))}
    </ul>
  );
}
