/** One of the pages of a notice, in `templates/pages/partials/notice-tabs.hbs`. */
export interface NoticeTab {
  text: string
  href: string
  current: boolean
}
