// Ant Design on the tokens of the style sheet: one ground, one accent, four meanings. Dark follows the system.
import { type ThemeConfig, theme } from 'antd';
import { useSyncExternalStore } from 'react';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const listen = (changed: () => void) => {
  dark.addEventListener('change', changed);
  return () => dark.removeEventListener('change', changed);
};

const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
const shared = {
  motion: !still,
  fontFamily: '"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",sans-serif',
  fontSize: 14,
  borderRadius: 4,
  motionDurationFast: '0.05s',
  motionDurationMid: '0.1s',
  motionDurationSlow: '0.14s',
};
const light: ThemeConfig = {
  token: {
    ...shared,
    colorPrimary: '#1F4E8C',
    colorLink: '#1F4E8C',
    // The lighter one that would follow from it has too little contrast on the ground.
    colorLinkHover: '#1F4E8C',
    colorBgLayout: '#F7F8FA',
    colorError: '#B42318',
    colorTextPlaceholder: '#646B76',
    colorTextDescription: '#545B66',
  },
};
const night: ThemeConfig = {
  algorithm: theme.darkAlgorithm,
  token: {
    ...shared,
    colorPrimary: '#7FAEE8',
    colorLink: '#8DB8EE',
    // The lighter one that would follow from it has too little contrast on the ground.
    colorLinkHover: '#8DB8EE',
    colorBgContainer: '#1B2027',
    colorTextLightSolid: '#0F1318',
    colorTextPlaceholder: '#A8B0BB',
  },
};

export const useTheme = (): ThemeConfig => (useSyncExternalStore(listen, () => dark.matches) ? night : light);
