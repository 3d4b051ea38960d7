import { lazy, type ComponentType } from 'react';

const modules = import.meta.glob<Record<string, ComponentType>>('../features/{start,recovery}/*-page.tsx');
const page = (feature: string, name: string): ComponentType =>
  lazy(async () => {
    const load = modules[`../features/${feature}/${feature}-page.tsx`];
    const found = load === undefined ? undefined : (await load())[name];
    return { default: found ?? (() => null) };
  });

export const StartPage = page('start', 'StartPage');
export const RecoveryPage = page('recovery', 'RecoveryPage');
