export { judgeLaFidelity, laHistoryOf } from './judge-louisiana.ts';
export { judgeNcFidelity, ncHistoryOf } from './judge-north-carolina.ts';
