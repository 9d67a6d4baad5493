import { Button, Dialog, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import { useSession } from '../context';
import { FileImage, FileLink } from '../parts/file-link';
import type { AttachedFile } from './attachments';
import css from './lightbox.module.css';

/** A ticket's pictures, one at a time, as large as the window allows. Arrow keys lead on, Escape closes. */
export function Lightbox(props: {
  readonly pictures: readonly AttachedFile[];
  readonly first: string;
  readonly onClose: () => void;
}) {
  const { pictures, first, onClose } = props;
  const { files: words } = useSession().strings.casework;
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      pictures.findIndex(({ id }) => id === first),
    ),
  );
  const shown = pictures[at];
  if (!shown) return null;
  const step = (by: number): void => setAt((at + by + pictures.length) % pictures.length);
  const several = pictures.length > 1;
  return (
    <Dialog open onOpenChange={onClose}>
      <DialogSurface
        className={css.surface}
        onKeyDown={({ key }) => {
          if (several && key === 'ArrowLeft') step(-1);
          if (several && key === 'ArrowRight') step(1);
        }}
      >
        <div className={css.bar}>
          <DialogTitle action={null} className={css.name}>
            {shown.name}
          </DialogTitle>
          {several && <span className={css.position}>{words.position(at + 1, pictures.length)}</span>}
          <FileLink id={shown.id} className={css.link}>
            {words.download}
          </FileLink>
          <Button appearance="subtle" icon={<DismissRegular />} aria-label={words.close} onClick={onClose} />
        </div>
        <div className={css.stage}>
          <FileImage key={shown.id} id={shown.id} className={css.picture} alt={shown.name} />
        </div>
        {several && (
          <div className={css.steps}>
            <Button icon={<ChevronLeftRegular />} onClick={() => step(-1)}>
              {words.previous}
            </Button>
            <Button icon={<ChevronRightRegular />} iconPosition="after" onClick={() => step(1)}>
              {words.next}
            </Button>
          </div>
        )}
      </DialogSurface>
    </Dialog>
  );
}
