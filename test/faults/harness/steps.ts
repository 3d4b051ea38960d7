import type { PageStep, Step } from './protocol.ts';

const pageSteps: ReadonlySet<Step['do']> = new Set<PageStep['do']>(['create', 'create-old', 'open', 'read', 'commit', 'race', 'event', 'undo', 'finish', 'seal', 'source', 'prove']);

/** Whether a step is the page's. */
export const isPageStep = (step: Step): step is PageStep => pageSteps.has(step.do);
