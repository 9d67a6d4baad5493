import { DocumentRegular } from '@fluentui/react-icons/svg/document';
import { useState } from 'react';
import type { TicketDetail } from '../../../bot/advisor-api/contract';
import { useSession } from '../context';
import { FileImage, FileLink } from '../parts/file-link';
import css from './facts-column.module.css';
import { Lightbox } from './lightbox';

export type AttachedFile = TicketDetail['attachments'][number];

/** What a browser shows as a picture; HEIC and its like are downloaded. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);
export const isPicture = ({ contentType }: Pick<AttachedFile, 'contentType'>): boolean =>
  SHOWN.has(contentType);

/** The names of the files that left with one of our replies. */
export function SentFiles(props: { readonly files: readonly AttachedFile[] }) {
  return props.files.map(({ id, name }) => (
    <FileLink key={id} id={id} className={css.sent}>
      <DocumentRegular aria-hidden /> {name}
    </FileLink>
  ));
}

/** The files of a ticket: pictures open enlarged, everything else as a file. */
export function Attachments(props: { readonly files: readonly AttachedFile[] }) {
  const { files } = props;
  const { strings } = useSession();
  const { facts, casework } = strings;
  const [shown, setShown] = useState<string | null>(null);
  const about = ({ size, messageId }: AttachedFile): string =>
    messageId === null ? facts.bytes(size) : `${facts.bytes(size)}, ${casework.files.ours}`;
  return (
    <>
      <ul className={css.files}>
        {files.map((file) => (
          <li key={file.id}>
            {isPicture(file) ? (
              <button
                type="button"
                className={css.file}
                aria-label={casework.files.open(file.name)}
                onClick={() => setShown(file.id)}
              >
                <FileImage id={file.id} alt="" loading="lazy" className={css.preview} />
                <span className={css.fileName}>
                  {file.name}
                  <span className={css.about}>{about(file)}</span>
                </span>
              </button>
            ) : (
              <FileLink id={file.id} className={css.file}>
                <DocumentRegular aria-hidden />
                <span className={css.fileName}>
                  {file.name}
                  <span className={css.about}>{about(file)}</span>
                </span>
              </FileLink>
            )}
          </li>
        ))}
      </ul>
      {shown !== null && (
        <Lightbox pictures={files.filter(isPicture)} first={shown} onClose={() => setShown(null)} />
      )}
    </>
  );
}
