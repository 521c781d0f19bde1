import Image from '@mui/icons-material/ImageOutlined';
import Box from '@mui/material/Box';
import { useProtectedImage } from '../api/blob';

interface Props {
  mediaType: string;
  /** Of the picture, when there is one. */
  href: string | null;
  faded?: boolean;
}

/** 40×32: the picture itself, or its kind. */
export function FileThumbnail({ mediaType, href, faded = false }: Props) {
  const picture = useProtectedImage(href);
  const isPdf = mediaType === 'application/pdf';
  return (
    <Box
      aria-hidden="true"
      sx={{
        display: 'grid',
        placeItems: 'center',
        flex: 'none',
        width: 40,
        height: 32,
        overflow: 'hidden',
        borderRadius: '5px',
        bgcolor: isPdf ? 'error.soft' : 'surface.neutral',
        color: isPdf ? 'error.text' : 'text.tertiary',
        typography: 'caption',
        fontWeight: 600,
        opacity: faded ? 0.5 : 1,
      }}
    >
      {picture ? (
        <Box component="img" src={picture} alt="" sx={{ width: 1, height: 1, objectFit: 'cover' }} />
      ) : isPdf ? (
        'PDF'
      ) : (
        <Image sx={{ fontSize: 18 }} />
      )}
    </Box>
  );
}
