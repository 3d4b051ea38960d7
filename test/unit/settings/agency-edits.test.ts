import { describe, expect, it } from 'vitest';
import { always, packUseOf, withPackUse } from '../../../renderer/features/settings/pack-use.ts';
import { firstWindow, newRequirement, ownId, sentenceOf, whomWords, withOwn, withoutOwn } from '../../../renderer/features/settings/own-requirement.ts';
import { newAgencyFile } from '../../../renderer/features/start/new-agency.ts';
import { checkAgencyFile } from '../../../shared/agency-file/read.ts';
import { civilDate } from '../../../shared/civil-date.ts';
import type { Agency } from '../../../shared/model/agency.ts';
import type { Window } from '../../../shared/model/window.ts';
import { smallAgency } from '../model/small-agency.ts';

const agency: Agency = { name: 'A', packs: ['la-medicaid', 'personnel-file'] };

describe('the packs of an agency', () => {
  it('are used, changed and left, in their usual order', () => {
    const use = { ...always, from: civilDate('2026-01-01'), reason: ' New contract ' };
    const added = withPackUse(agency, 'la-lhcc', use);
    expect(added.packs).toEqual(['la-medicaid', { pack: 'la-lhcc', from: '2026-01-01', reason: 'New contract' }, 'personnel-file']);
    expect(packUseOf(added, 'la-lhcc')).toEqual({ ...use, reason: 'New contract' });
    expect(withPackUse(added, 'la-lhcc', always).packs[1]).toBe('la-lhcc');
    expect(withPackUse(added, 'la-lhcc', null)).toEqual(agency);
    expect(packUseOf(agency, 'nc-state-funded')).toBeNull();
  });
});

describe('requirements of the agency itself', () => {
  it('get an id of their name that nothing else has', () => {
    expect(ownId('Defensive driving (2 h)', [])).toBe('own.defensive-driving-2-h');
    expect(ownId('Éthique', ['own.e-thique'])).toMatch(/^own\.[a-z0-9-]+$/);
    expect(ownId('Flu shot', ['own.flu-shot', 'own.flu-shot-2'])).toBe('own.flu-shot-3');
    expect(ownId('李', [])).toBe('own.requirement');
  });

  it('are added, replaced in their place and removed', () => {
    const one = { ...newRequirement('1'), id: 'own.one', title: 'One', reason: 'r' };
    const two = { ...one, id: 'own.two', title: 'Two' };
    const both = withOwn(withOwn(agency, one), two);
    expect(withOwn(both, { ...one, title: 'First' }).customRequirements?.map((each) => each.title)).toEqual(['First', 'Two']);
    expect(withoutOwn(both, 'own.one').customRequirements).toEqual([two]);
  });

  it.each(Object.values(firstWindow).map((window): [Window['kind'], Window] => [window.kind, window]))('read back as a sentence and are accepted by the agency file: %s', (_kind, window) => {
    const own = { ...newRequirement('x'), title: 'Own', reason: 'Policy', window };
    expect(sentenceOf(smallAgency(), own, civilDate('2026-03-19'))).toMatch(/\w.*\.$/);
    const file = { ...smallAgency(), agency: withOwn(smallAgency().agency, own) };
    expect(checkAgencyFile(file, 'agency.json')).toMatchObject({ ok: true });
  });

  it('say whom they concern', () => {
    expect(whomWords({})).toBe('Everybody');
    expect(whomWords({ roles: ['ips-specialist', 'other'], directCare: true })).toBe('IPS specialist, Other employee; direct care');
  });
});

describe('a new agency', () => {
  it('is an agency file with nobody in it, and leaves out what was not filled in', () => {
    const file = newAgencyFile({ name: ' Bayou Work ', npi: '  ', timeZone: 'America/Chicago', packs: ['la-medicaid'], recordsFrom: null });
    expect(file.agency).toEqual({ name: 'Bayou Work', timeZone: 'America/Chicago', packs: ['la-medicaid'] });
    expect(checkAgencyFile(file, 'agency.json')).toMatchObject({ ok: true });
  });
});
