/** The documents the packs cite, by the key a citation names. `short` is the form printed beside a requirement. */
export const sources: Readonly<Record<string, { readonly short: string; readonly title: string; readonly firmness: 'text' | 'public' | 'agency' }>> = {
  S0: { short: 'LHCC 2022', title: 'Louisiana Healthcare Connections, clinical policy LA.CP.MP.509, last revised January 2022', firmness: 'text' },
  S1: { short: 'LHCC 509c', title: 'Louisiana Healthcare Connections, clinical policy LA.CP.BH.509c, version effective 12 April 2025', firmness: 'text' },
  S2: { short: 'Manual 2.3', title: 'Louisiana Medicaid Program, Behavioral Health Services provider manual, section 2.3, Individual Placement and Support', firmness: 'text' },
  S3: { short: 'AmeriHealth', title: 'AmeriHealth Caritas Louisiana, clinical policy CCP.4043, review of September 2024', firmness: 'text' },
  S4: { short: 'NC state-funded', title: 'North Carolina DMH/DD/SUS, state-funded Individual Placement and Support service definition, amended 1 October 2023', firmness: 'text' },
  AHA: { short: 'AHA', title: 'American Heart Association, course card information', firmness: 'public' },
  LDH: { short: 'LDH 2014', title: 'Louisiana Department of Health guidance on exclusion checks, September 2014, as reported publicly', firmness: 'public' },
  OIG: { short: 'OIG 2013', title: 'HHS Office of Inspector General, Special Advisory Bulletin on the effect of exclusion, 8 May 2013', firmness: 'public' },
  'NC-122C': { short: 'G.S. 122C-80', title: 'North Carolina General Statutes 122C-80, criminal history record check', firmness: 'public' },
  'NC-131E': { short: 'G.S. 131E-256', title: 'North Carolina General Statutes 131E-256, Health Care Personnel Registry', firmness: 'public' },
  '42CFR': { short: '42 CFR 455.436', title: 'Code of Federal Regulations, title 42, section 455.436, federal database checks', firmness: 'public' },
  'UNC-PSS': { short: 'NC CPSS', title: 'North Carolina Certified Peer Support Specialist Program, recertification', firmness: 'public' },
  LAC: { short: 'LAC 48:I', title: 'Louisiana Administrative Code, title 48, part I, personnel record lists of sibling licensing chapters', firmness: 'public' },
  NPPES: { short: 'NPI standard', title: 'National Provider Identifier check digit (general knowledge; verify)', firmness: 'public' },
  AGENCY: { short: 'Agency policy', title: "The agency's own policy", firmness: 'agency' },
};

/** `Manual 2.3, Agency 3, 4a`: the short form of a citation. */
export const shortCitation = (citation: { readonly source: string; readonly section: string }): string =>
  `${sources[citation.source]?.short ?? citation.source}, ${citation.section}`;
