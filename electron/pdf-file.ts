import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

/** Readers accept the mark anywhere in the first kilobyte. */
const headBytes = 1_024;
/** How programs, scripts and links of each system begin: a file that is also one of them is not handed over. */
const programs: readonly Buffer[] = [Buffer.from('MZ'), Buffer.from('#!'), Buffer.from([0x7f, 0x45, 0x4c, 0x46]), Buffer.from([0xcf, 0xfa, 0xed, 0xfe]), Buffer.from([0x4c, 0, 0, 0, 1, 0x14, 2, 0]), Buffer.from('[InternetShortcut]'), Buffer.from('[Desktop Entry]')];

/**
 * Whether a file is a PDF by its name and by its content. Only such a file is handed to the system to open: the name decides which
 * program opens it, the content what that program meets.
 */
export async function isPdfFile(file: string): Promise<boolean> {
  if (path.extname(file).toLowerCase() !== '.pdf') return false;
  let handle: FileHandle | null = null;
  try {
    handle = await open(file, 'r');
    if (!(await handle.stat()).isFile()) return false;
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const head = buffer.subarray(0, bytesRead);
    return head.includes('%PDF-') && !programs.some((mark) => head.subarray(0, mark.length).equals(mark));
  } catch {
    return false;
  } finally {
    await handle?.close();
  }
}
