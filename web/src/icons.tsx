// Ant Design names its own icons in English; a reader of the page hears the name of the control, not of its picture.
import {
  CheckCircleFilled,
  CloseCircleFilled,
  CloseOutlined,
  DownOutlined,
  EyeInvisibleOutlined,
  EyeOutlined,
  InfoCircleFilled,
  LoadingOutlined,
} from '@ant-design/icons';
import type { ConfigProviderProps } from 'antd';

export const QUIET_ICONS: Pick<ConfigProviderProps, 'select' | 'inputPassword' | 'modal'> = {
  select: {
    suffixIcon: <DownOutlined aria-hidden />,
    removeIcon: <CloseOutlined aria-hidden />,
    loadingIcon: <LoadingOutlined aria-hidden />,
    clearIcon: <CloseCircleFilled aria-hidden />,
  },
  inputPassword: { iconRender: (visible) => (visible ? <EyeOutlined aria-hidden /> : <EyeInvisibleOutlined aria-hidden />) },
  modal: { closeIcon: <CloseOutlined aria-hidden /> },
};

/** Of what is said in passing; the words say it already. */
export const MESSAGE_ICON = {
  info: <InfoCircleFilled aria-hidden />,
  success: <CheckCircleFilled aria-hidden />,
  error: <CloseCircleFilled aria-hidden />,
} as const;
