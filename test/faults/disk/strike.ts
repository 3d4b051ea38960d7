/** Works on a folder while no file may grow beyond a limit: started under `prlimit --fsize`, whose signal it ignores, so that writing fails as on a full disk. */
import { strike } from './deeds.ts';

process.on('SIGXFSZ', () => undefined);
process.stdout.write(JSON.stringify(await strike(String(process.argv[2]), String(process.argv[3]))));
