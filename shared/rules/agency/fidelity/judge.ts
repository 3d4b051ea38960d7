export { judgeLaFidelity } from './judge-louisiana.ts';
export { judgeNcFidelity } from './judge-north-carolina.ts';
