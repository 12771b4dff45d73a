/** Titles of what is yet to be reached: "Objectives", "What success will look like", "Our plans to improve practice". */
const TITLE =
  /^(?:(?:our|the|its|key|main|agreed|strategic|smart|overall|specific|planned|intended|expected|desired|priority|next|and)\s+)*(?:objectives?|targets?|aims?|goals?|ambitions?|success criteria|success measures?|measures? of success|steps|milestones|plans?\b.{0,40}\bimprove|(?:expected|intended|desired) (?:outcomes?|impacts?))\b|\bwhat (?:are|is) (?:our|your|the) (?:plans?|aims?|ambitions?|objectives?|next steps)\b|\bwhat (?:(?:will|would|does|should) (?:good|success|better|it)|(?:good|success|better) (?:will|would|should|looks?))\b|\bwhat we (?:will|want|plan|aim|intend)\b|\bwhat (?:will we|do we want|are we going to)\b|\bwhere (?:do )?we want\b|\bactions? (?:for )?(?:the )?next (?:period|month|quarter)\b/i;

/** What leads into a list of what is yet to be reached: "By March 2025 we will have:", "Our targets are:". */
const LEAD =
  /\b(?:will|aims?|aiming|intends?|plans? to|want to|wants to|seeks? to|should|must|targets?|objectives?|goals?|ambitions?|priorities|milestones|commits?|committed)\b[^.!?]*:\s*$/i;

/** Whether what stands below a title is aimed at, so that its figures are none of what is. */
export function namesAims(title: string): boolean {
  return TITLE.test(title.trim());
}

/** Whether what a list is led into by says that its items are aimed at. */
export function leadsIntoAims(text: string): boolean {
  return LEAD.test(text.trim());
}
