// Ant Design names its own icons in English; a reader of the page hears the name of the control, not of its picture.
import { CloseCircleFilled, CloseOutlined, DownOutlined, EyeInvisibleOutlined, EyeOutlined, LoadingOutlined } from '@ant-design/icons';
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
