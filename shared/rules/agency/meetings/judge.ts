export { judgeFigure, judgeReport } from './figure-judge.ts';
export { judgeMeeting } from './meeting-judge.ts';
export { periodRuleWords } from './words.ts';
