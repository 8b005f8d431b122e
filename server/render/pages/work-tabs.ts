/** The pages of a work that `templates/pages/partials/work-tabs.hbs` leads to. */
export type WorkTab = 'overview' | 'matches' | 'networks' | 'figures' | 'scans' | 'originals' | 'settings'

/** Which work a page belongs to, and where it stands among the pages of that work. */
export interface WorkTabs {
  slug: string
  tab: WorkTab
}
