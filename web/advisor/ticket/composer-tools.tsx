import { Button } from '@fluentui/react-components';
import { AttachRegular } from '@fluentui/react-icons/svg/attach';
import { CommentQuoteRegular } from '@fluentui/react-icons/svg/comment-quote';
import { useRef } from 'react';
import { useSession } from '../context';

/** What a reply can be made of besides typing: the desk's replies, and files. */
export function ComposerTools(props: {
  readonly picking: boolean;
  /** A ticket without a chat has nowhere to send files to. */
  readonly canAttach: boolean;
  readonly onPick: () => void;
  readonly onFiles: (files: FileList) => void;
}) {
  const { picking, canAttach, onPick, onFiles } = props;
  const { composer } = useSession().strings.casework;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        appearance="subtle"
        icon={<CommentQuoteRegular />}
        aria-label={composer.replies}
        title={composer.replies}
        aria-expanded={picking}
        onClick={onPick}
      />
      {canAttach && (
        <>
          <Button
            appearance="subtle"
            icon={<AttachRegular />}
            aria-label={composer.attach}
            title={composer.attach}
            onClick={() => input.current?.click()}
          />
          <input
            ref={input}
            type="file"
            multiple
            hidden
            aria-label={composer.attach}
            onChange={({ target }) => {
              if (target.files) onFiles(target.files);
              // The same file can be chosen again.
              target.value = '';
            }}
          />
        </>
      )}
    </>
  );
}
