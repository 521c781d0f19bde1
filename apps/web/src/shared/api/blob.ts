import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { authorized, withRenewal } from './authorized';

/** The bytes behind a link of an answer. Rights are checked at each download, so a plain `src` would be refused. */
export const fetchBlob = (href: string): Promise<Blob> =>
  withRenewal(async () => (await authorized({ method: 'GET', url: href, binary: true, timeoutMs: 0 })) as Blob);

/** Left out of sight for a moment, a picture need not be decoded anew. */
const KEPT_MS = 60_000;

interface Shown {
  url: string;
  users: number;
  end?: ReturnType<typeof setTimeout>;
}

const shown = new Map<Blob, Shown>();

/** One address for each picture, as long as somebody shows it. */
function show(data: Blob): Shown {
  const own = shown.get(data) ?? { url: URL.createObjectURL(data), users: 0 };
  clearTimeout(own.end);
  own.users += 1;
  shown.set(data, own);
  return own;
}

function hide(data: Blob, own: Shown): void {
  own.users -= 1;
  if (own.users > 0) return;
  own.end = setTimeout(() => {
    URL.revokeObjectURL(own.url);
    shown.delete(data);
  }, KEPT_MS);
}

/** A protected picture as something an `img` can show; null until it is there. */
export function useProtectedImage(href: string | null): string | null {
  const { data } = useQuery({
    queryKey: ['blob', href],
    queryFn: () => fetchBlob(href ?? ''),
    enabled: href !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [source, setSource] = useState(() => (data && shown.get(data)?.url) ?? null);
  useEffect(() => {
    if (!data) return setSource(null);
    const own = show(data);
    setSource(own.url);
    return () => hide(data, own);
  }, [data]);
  return href === null ? null : source;
}

/** Saves a protected file under its name. */
export async function downloadFile(href: string, name: string): Promise<void> {
  const url = URL.createObjectURL(await fetchBlob(href));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
