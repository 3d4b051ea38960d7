const kinds: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF', 'image/jpeg': 'JPEG picture', 'image/png': 'PNG picture', 'image/tiff': 'TIFF picture', 'image/heic': 'HEIC photo',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word document', 'application/msword': 'Word document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel workbook', 'text/plain': 'Plain text', 'message/rfc822': 'Mail message',
};

/** A media type in words: "Word document"; "Other file" for what nobody knows by its name. */
export const kindWords = (mediaType: string): string => kinds[mediaType] ?? 'Other file';
