import {
  type AnchorHTMLAttributes,
  type ImgHTMLAttributes,
  type MouseEvent,
  useEffect,
  useState,
} from 'react';
import { attachmentHref, attachmentBlob, download, attachmentPath } from '../lib/api';
import { hasBearer } from '../lib/bearer';

/** A link to a file of a conversation. In a tab of Teams its address alone opens nothing: there it is fetched with the session and saved. */
export function FileLink(props: AnchorHTMLAttributes<HTMLAnchorElement> & { readonly id: string }) {
  const { id, ...rest } = props;
  const save = (event: MouseEvent): void => {
    if (!hasBearer()) return;
    event.preventDefault();
    void download(attachmentPath(id)).catch(() => undefined);
  };
  return <a {...rest} href={attachmentHref(id)} target="_blank" rel="noreferrer" onClick={save} />;
}

/** A picture of a conversation, fetched with the session where there is no cookie. */
export function FileImage(props: ImgHTMLAttributes<HTMLImageElement> & { readonly id: string }) {
  const { id, alt = '', ...rest } = props;
  const [fetched, setFetched] = useState<string | null>(null);
  useEffect(() => {
    if (!hasBearer()) return;
    let url: string | null = null;
    let gone = false;
    void attachmentBlob(id)
      .then((blob) => {
        if (gone) return;
        url = URL.createObjectURL(blob);
        setFetched(url);
      })
      .catch(() => undefined);
    return () => {
      gone = true;
      if (url !== null) URL.revokeObjectURL(url);
    };
  }, [id]);
  const source = hasBearer() ? fetched : attachmentHref(id);
  return <img {...rest} alt={alt} {...(source !== null && { src: source })} />;
}
