import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { authorized, withRenewal } from './authorized';

/** The bytes behind a link of an answer. Rights are checked at each download, so a plain `src` would be refused. */
export const fetchBlob = (href: string): Promise<Blob> =>
  withRenewal(async () => (await authorized({ method: 'GET', url: href, binary: true, timeoutMs: 0 })) as Blob);

/** A protected picture as something an `img` can show; null until it is there. */
export function useProtectedImage(href: string | null): string | null {
  const { data } = useQuery({
    queryKey: ['blob', href],
    queryFn: () => fetchBlob(href ?? ''),
    enabled: href !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [source, setSource] = useState<string | null>(null);
  useEffect(() => {
    if (!data) return setSource(null);
    const url = URL.createObjectURL(data);
    setSource(url);
    return () => URL.revokeObjectURL(url);
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
