/** Whether the window runs on a Mac, where keys have other names. */
export const onMac = navigator.userAgent.includes('Mac')
